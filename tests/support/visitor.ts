export interface Visitor {
  get(path: string, init?: RequestInit): Promise<Response>;
  /** A form as a browser sends it from a page of ours. Several values of one field: an array. */
  post(path: string, fields?: Record<string, string | readonly string[]> | FormData, init?: RequestInit): Promise<Response>;
  /** Posts, then goes where the answer leads: the page that the person sees. */
  submit(path: string, fields?: Record<string, string | readonly string[]> | FormData): Promise<Response>;
  cookies: Map<string, string>;
}

/** Keeps cookies like a browser, and says where its posts come from. */
export function createVisitor(fetch: (path: string, init?: RequestInit) => Promise<Response>, origin: string): Visitor {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(path, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === '' || /max-age=0/i.test(line)) cookies.delete(name!);
      else cookies.set(name!, value!);
    }
    return response;
  };
  const post: Visitor['post'] = (path, fields = {}, init = {}) => {
    const headers = new Headers(init.headers);
    if (!headers.has('origin')) headers.set('origin', origin);
    const body = fields instanceof FormData ? fields : new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one as string])));
    return send(path, { ...init, method: 'POST', headers, body });
  };
  return {
    cookies,
    get: send,
    post,
    async submit(path, fields) {
      const answer = await post(path, fields);
      return answer.status === 303 ? send(new URL(answer.headers.get('location')!, origin).href.slice(origin.length)) : answer;
    },
  };
}
