// Who updates snapshots has a client, which takes a key and has a catalog.
@_exported public import TypedMedia
