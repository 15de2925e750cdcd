// The files that are links into `Sources/Hedra` see the client as they do there.
@_exported public import HedraCore
@_exported public import TypedMedia
