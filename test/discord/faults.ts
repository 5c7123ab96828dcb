import type { Fault, Request } from './loopback.ts';

// What goes wrong at Discord, or on the way there and back.

export function isCallback({ path }: Request): boolean {
  return path.endsWith('/callback');
}

/** Lets the fault happen to so many answers, then stands aside. */
export function times(count: number, fault: Fault): Fault {
  let left = count;
  return (request) => (isCallback(request) && left-- > 0 ? fault(request) : undefined);
}

export const tooMany: Fault = () => ({
  status: 429,
  body: { message: 'slow', retry_after: 0.2, global: false },
  headers: { 'retry-after': '0.2' },
});

export const expired: Fault = () => ({ status: 404, body: { code: 10_062, message: 'Unknown interaction' } });

/** 500 and 502 in turns. */
export function broken(): Fault {
  let count = 0;
  return () => ({ status: count++ % 2 === 0 ? 500 : 502, body: {} });
}
