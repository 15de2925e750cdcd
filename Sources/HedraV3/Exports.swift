// `import HedraV3` is all that an app needs: the client, jobs, errors and `JSON` come with it.
@_exported public import HedraV3Core
@_exported public import TypedMedia
