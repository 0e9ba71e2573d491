export const es = {
  'trap': 'Deje este campo vacío: sirve para reconocer a los robots.',
  'refused.trap': 'Este campo debe quedar vacío. Borre lo que contiene y vuelva a enviar.',
  'refused.fast': 'El envío fue tan rápido que lo tomamos por el de un robot. Relea su mensaje un momento y vuelva a enviarlo.',
  'refused.old': 'Esta página llevaba mucho tiempo abierta. Vuelva a enviar: no se ha perdido nada.',
  'refused.often': 'Muchos mensajes han llegado desde su red en la última hora. Inténtelo más tarde: lo que escribió se conserva en esta página.',
} as const;
