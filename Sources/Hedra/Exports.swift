// `import Hedra` is all that an app needs: jobs, errors and `JSON` come with it.
@_exported public import TypedMedia
