// Whoever plays a service also wants the clock that does not wait.
@_exported public import TypedMediaTesting
