// The files that are links into `Sources/Hoox` see the client as they do there.
@_exported public import HooxCore
@_exported public import TypedMedia
