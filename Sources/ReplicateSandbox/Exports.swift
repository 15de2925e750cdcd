// Whoever plays the service also wants its client and requests, and the clock that does not wait.
@_exported public import Replicate
@_exported public import TypedMediaTesting
