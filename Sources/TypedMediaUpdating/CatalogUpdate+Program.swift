import Foundation
public import TypedMedia

extension CatalogUpdate {
  /// Makes an update as a program does, and ends it.
  ///
  /// ```swift
  /// @main struct UpdateAcme {
  ///   static func main() async {
  ///     await CatalogUpdate.main(of: AcmeClient.self, into: "Sources/Acme/schemas")
  ///   }
  /// }
  /// ```
  ///
  /// The key is in the environment. The report is printed; what is under way, and what is wrong, goes to the
  /// standard error. The exit status is 0 when all models are as the service has them, and 1 when one could
  /// not be had or nothing was updated.
  ///
  /// - Parameters:
  ///   - service: The type of the service's client.
  ///   - folder: The path of the folder, which may be missing.
  ///   - configure: Sets what is to be otherwise.
  public static func main<Service: CatalogService>(
    of service: Service.Type, into folder: String,
    configure: (inout CatalogUpdate) -> Void = { _ in }
  ) async -> Never {
    do {
      let client = try Service(environment: ProcessInfo.processInfo.environment)
      var update = CatalogUpdate(of: client, into: folder)
      update.onProgress = complain
      configure(&update)
      let report = try await update.run()
      for warning in report.warnings { complain("warning: \(warning)") }
      print(report)
      exit(report.failures.isEmpty ? 0 : 1)
    } catch {
      complain("error: \(error)")
      exit(1)
    }
  }

  @Sendable private static func complain(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}
