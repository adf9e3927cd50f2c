import { DocumentologServerError } from './server-error.js';

/** What an option may be; with `?` it may be left out. */
type Kind = 'string' | 'number' | 'function' | 'object';

/** Refuses options that are unknown, missing or of the wrong type; never repeats a value. */
export function checkOptions<Options extends object>(options: Options, kinds: Record<keyof Options & string, Kind | `${Kind}?`>): Options {
  if (typeof options !== 'object' || options === null) throw wrong('options', 'must be an object');
  for (const name of Object.keys(options)) if (!Object.hasOwn(kinds, name)) throw wrong(name, 'is no option');
  for (const [name, kind] of Object.entries<string>(kinds)) {
    const value = (options as Record<string, unknown>)[name];
    if (kind.endsWith('?') && value === undefined) continue;
    const wanted = kind.replace('?', '');
    if (typeof value !== wanted || value === null) throw wrong(name, `must be of the type ${wanted}`);
    if (wanted === 'number' && !((value as number) > 0)) throw wrong(name, 'must be more than 0');
  }
  return options;
}

/** That an option is not as it must be. */
export function wrong(field: string, what: string): DocumentologServerError {
  return new DocumentologServerError('options-invalid', `${field} ${what}`, { field });
}
