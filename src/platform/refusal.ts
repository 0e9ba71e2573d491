/** An expected no of the machine: one sentence for the person who starts it, no stack. */
export class StartRefusal extends Error {
  override name = 'StartRefusal';
}
