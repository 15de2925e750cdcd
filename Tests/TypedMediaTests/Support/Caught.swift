import Testing
import TypedMedia

/// Runs `body`, and returns the error of type `Failure` that it has to throw.
func caught<Failure: Error>(
  _ type: Failure.Type = MediaError.self, sourceLocation: SourceLocation = #_sourceLocation,
  from body: () async throws -> some Any
) async throws -> Failure {
  var found: (any Error)?
  do { _ = try await body() } catch { found = error }
  return try #require(
    found as? Failure, "Threw \(String(describing: found)).", sourceLocation: sourceLocation)
}
