package import TypedMedia
import TypedMediaGenerator
import TypedMediaSchema

/// A model that a list has, and the way to its record.
package struct OfferedModel: Sendable {
  /// The name that is sent.
  package let name: String
  /// What the service knows the model by, where it has a name besides that others may have too.
  let id: String?
  /// Looks up the record, with its schema, which may need what a snapshot of the model has; `nil` when
  /// no request can be made to such a model here.
  let record: @Sendable (_ old: ModelRecord?) async throws -> ModelRecord?

  /// Creates a model.
  package init(
    name: String, id: String? = nil,
    record: @escaping @Sendable (_ old: ModelRecord?) async throws -> ModelRecord?
  ) {
    self.name = name
    self.id = id
    self.record = record
  }

  /// The model under the name that it has in `folder`: that another model of this name came, or went,
  /// is no reason for files and types to be called otherwise.
  func named(asIn folder: SnapshotFolder) -> OfferedModel {
    guard let id, let known = folder.name(ofModel: id), known != name,
      name == "\(known) \(Self.start(of: id))" || known == "\(name) \(Self.start(of: id))"
    else { return self }
    return OfferedModel(name: known, id: id) { [record] old in
      var model = try await record(old)
      model?.object["name"] = .string(known)
      return model
    }
  }

  /// What is added to a name that several models have.
  private static func start(of id: String) -> Substring { id.prefix { $0 != "-" } }

  /// Looks up the record.
  package func reading(replacing old: ModelRecord?) async -> ModelReading {
    do {
      guard let record = try await record(old) else { return .leftOut }
      if let problem = problem(with: record) { return .failed(reason: problem) }
      return .record(record)
    } catch {
      return .failed(reason: "\(error)")
    }
  }

  /// The reason why a record must not become a snapshot: the next build would fail on it.
  private func problem(with record: ModelRecord) -> String? {
    guard record.name == name else { return "The answer is the record of \(record.name)." }
    let generator = RequestGenerator(module: "Models")
    // Nearly all are records whose types are called like nothing else.
    if !name.isEmpty, record.inputSchema?.object != nil,
      let typeName = generator.names(ofModels: [name])[name],
      !generator.isTaken(typeName)
    {
      return nil
    }
    let file = SourceFile(path: "", name: name, data: record.json.data())
    do {
      // What a schema says leaves a place untyped at the worst, and no model without a type.
      _ = try generator.translate(generator.reading(of: [file]), from: [:])
      return nil
    } catch {
      let errors = error.diagnostics.filter { $0.severity == .error }
      return "No type can be made of it: \(errors.map(\.message).joined(separator: "; "))."
    }
  }
}

/// The result of looking up one model.
package enum ModelReading: Sendable {
  /// Its record.
  case record(ModelRecord)
  /// No request can be made to it here.
  case leftOut
  /// There is no record that could be used.
  case failed(reason: String)
}
