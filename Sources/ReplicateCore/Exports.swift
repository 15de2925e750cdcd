// Whoever uses the client also names the runtime's types: keys, jobs, errors.
@_exported public import TypedMedia
