import type { z } from 'zod';

/** A request that can be made: how its input is parsed, and (as a type only) what it answers. */
export interface Route<Input extends z.ZodType = z.ZodType, Output = unknown> {
  readonly input: Input;
  /** Never present at run time: it carries the type of the answer. */
  readonly output?: Output;
}

/** Declares a route: `route<Output>()(inputSchema)`. */
export function route<Output>() {
  return <Input extends z.ZodType>(input: Input): Route<Input, Output> => ({ input });
}
