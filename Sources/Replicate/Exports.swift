// `import Replicate` is all that an app needs: the client, jobs, errors and `JSON` come with it.
@_exported public import ReplicateCore
@_exported public import TypedMedia
