// `import Fal` is all that an app needs: the client, jobs, errors and `JSON` come with it.
@_exported public import FalCore
@_exported public import TypedMedia
