/** A disturbance switched on for one path. */
export interface Fault {
  path: string;
  /** Answer with this WeChat error. */
  errcode?: number;
  /** Answer with this HTTP status and a body that is no JSON. */
  httpStatus?: number;
  /** Wait before anything else. */
  delayMs?: number;
  /** Cut the connection without an answer. */
  dropConnection?: boolean;
  /** How many more calls it disturbs; absent = until it is switched off. */
  times?: number;
}

/** One fault a path; switching on another replaces it. */
export class Faults {
  private readonly byPath = new Map<string, Fault>();

  set(fault: Fault): void {
    this.byPath.set(fault.path, { ...fault });
  }

  list(): Fault[] {
    return [...this.byPath.values()].map((fault) => ({ ...fault }));
  }

  clear(path?: string): void {
    if (path === undefined) this.byPath.clear();
    else this.byPath.delete(path);
  }

  /** The fault for this call, counted down. */
  take(path: string): Fault | undefined {
    const fault = this.byPath.get(path);
    if (fault?.times === undefined) return fault;
    if (fault.times <= 1) this.byPath.delete(path);
    else this.byPath.set(path, { ...fault, times: fault.times - 1 });
    return fault;
  }
}
