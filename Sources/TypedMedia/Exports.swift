// `import TypedMedia` is all that an app needs: `JSON`, which requests and records speak in, comes
// with it.
@_exported public import TypedMediaSchema
