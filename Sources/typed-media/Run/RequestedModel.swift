import Foundation
import TypedMedia
import TypedMediaGenerator
import TypedMediaTerminal
import TypedMediaUpdating

/// The model that a request is made to: from snapshots, or as the service says now.
enum RequestedModel {
  /// Finds a model among snapshots.
  ///
  /// - Parameters:
  ///   - name: The name that is sent, or that of the file.
  ///   - path: A folder of snapshots, or one of them.
  static func find(_ name: String, in path: String) throws -> ModelRecord {
    let files = try SnapshotFiles(in: [path]).models
    var names: [String] = []
    for found in files {
      let file: ModelFile
      do {
        file = try ModelFile(SourceFile(reading: found.path))
      } catch {
        // One file that is no model does not hide the others.
        if files.count == 1 { throw error }
        continue
      }
      let stem = URL(filePath: found.path).deletingPathExtension().lastPathComponent
      if file.name == name || stem == name { return try record(of: file, named: name) }
      names.append(file.name)
    }
    throw Stop(
      message: """
        error: there is no model '\(name)' in '\(path)'\
        \(NearSpelling.advice(for: name, among: names)). Nothing was sent.
        """, status: .failure)
  }

  private static func record(of file: ModelFile, named name: String) throws -> ModelRecord {
    var object = file.record
    if object["name"]?.string == nil { object["name"] = .string(name) }
    if object["input_schema"] == nil { object["input_schema"] = file.schema }
    return try ModelRecord(json: .object(object))
  }

  /// Asks a service for a model.
  static func ask(
    _ client: any RawClient, for name: String, _ service: KnownService
  ) async throws -> ModelRecord {
    do {
      if let model = try await client.model(name), model.inputSchema != nil { return model }
    } catch let error as MediaError where error.code == .notFound {
      // What is wrong is said whether the list comes or not.
      let names = (try? await client.modelNames()) ?? []
      throw Stop(
        message: """
          error: \(service.name) knows no model '\(name)'\(NearSpelling.advice(for: name, among: names)). \
          Nothing was paid.
          """.printable, status: .failure)
    } catch is JSONMismatch {
      // The record lacks what a snapshot has of it.
    }
    throw Stop(
      message: """
        error: what \(service.name) says of \(name) is no schema of its requests: --schema DIR names a \
        folder with a snapshot that is. Nothing was paid.
        """, status: .noInput)
  }
}
