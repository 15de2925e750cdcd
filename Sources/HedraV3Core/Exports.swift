// Who speaks to the service needs jobs, errors and `JSON` as well.
@_exported public import TypedMedia
