public import Foundation

/// A service that takes files: whatever input of a request is a medium takes the address of a file of this
/// machine, which is handed over before the request is submitted.
///
/// ```swift
/// let request = Kling3(prompt: "The tide comes in.", image: URL(filePath: "beach.png"))
/// let submission = try await client.submit(request)
/// ```
///
/// Which inputs those are is said by `x-media` in the model's schema. Only a value that the program made
/// names a file: one that is decoded, from whoever sent it, is refused.
public protocol UploadingService: MediaService {
  /// Hands a file to the service, for an input of a request.
  ///
  /// - Parameters:
  ///   - file: The file. It must not change meanwhile.
  ///   - kind: What the input takes, or what the file is by its name where it takes any; `nil` where neither
  ///     says.
  ///   - progress: Called, from any thread, up to ten times a second and at the end.
  /// - Returns: What the request says of it: an address, an ID, or the file itself.
  /// - Throws: ``MediaError``, or `CancellationError`.
  func reference(
    uploading file: URL, as kind: MediaKind?,
    progress: (@Sendable (TransferProgress) -> Void)?
  ) async throws -> String
}

extension UploadingService {
  /// Hands over the files that a request names, and returns the request with references to them in it.
  ///
  /// ``MediaService/submit(_:options:)-(Request,_)`` does it by itself. Do it before, to show the progress, or
  /// to submit the same again without handing over its files again. How long a reference holds is the
  /// service's.
  ///
  /// - Parameters:
  ///   - request: What to make. It is checked first, and its files too.
  ///   - progress: Called, from any thread, up to ten times a second and at the end of each file.
  /// - Returns: The request with the addresses of the files.
  /// - Throws: ``MediaError``, or `CancellationError`.
  public func uploadingFiles<Request: GenerationRequest>(
    of request: Request,
    progress: (@Sendable (_ file: URL, _ progress: TransferProgress) -> Void)? = nil
  ) async throws -> Request where Request.ServiceClient == Self {
    try Request(json: .object(await members(of: request, progress: progress)))
  }

  /// The members of a request, with references to its files.
  func members<Request: GenerationRequest>(
    of request: Request,
    progress: (@Sendable (_ file: URL, _ progress: TransferProgress) -> Void)? = nil
  ) async throws -> JSONObject {
    let (members, files) = LocalFiles.collecting { JSONObject(request) }
    try Request.snapshot.validate(.object(members), naming: files)
    let kinds = Request.snapshot.kinds(of: files, in: .object(members))
    var references: [String: String] = [:]
    for (placeholder, file) in files.sorted(by: { $0.value.path < $1.value.path }) {
      references[placeholder] = try await reference(uploading: file, as: kinds[placeholder]) {
        progress?(file, $0)
      }
    }
    guard !references.isEmpty, let ready = JSON.object(members).replacingTexts(references).object
    else { return members }
    return ready
  }
}

extension ModelSnapshot {
  /// The kinds of medium that the inputs take in which files are named, by what stands for the files: that of
  /// the first input, where several name one. What takes any has the kind of the file's name.
  package func kinds(of files: [String: URL], in body: JSON) -> [String: MediaKind] {
    var kinds: [String: MediaKind] = [:]
    guard !files.isEmpty else { return kinds }
    body.forEachText { text, place in
      guard let file = files[text], kinds[text] == nil else { return }
      kinds[text] =
        mediaSlot(at: place)?.kind ?? MediaFileType(fileExtension: file.pathExtension)?.kind
    }
    return kinds
  }

  /// Checks a body in which addresses and IDs stand for files of this machine.
  ///
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/invalidRequest``; or `CancellationError`.
  func validate(_ body: JSON, naming files: [String: URL]) throws {
    try validate(body)
    let violations = violations(in: body, naming: files)
    guard let first = violations.first else { return }
    throw MediaError(
      .invalidRequest, violations.map(\.message).joined(separator: "; "), model: model.name,
      property: first.instancePath, violations: violations, snapshot: stamp)
  }

  /// Finds what is wrong with the files that addresses and IDs in `body` stand for.
  package func violations(in body: JSON, naming files: [String: URL]) -> [SchemaViolation] {
    guard !files.isEmpty else { return [] }
    var violations: [SchemaViolation] = []
    body.forEachText { text, place in
      guard let file = files[text] else { return }
      let problem: String?
      if let slot = mediaSlot(at: place) {
        problem = slot.problem(with: file)
      } else {
        problem = "\(file.lastPathComponent) is a file of this machine, and no file is taken here"
      }
      guard let problem else { return }
      violations.append(
        SchemaViolation(
          instancePath: place, schemaPath: .root, rule: "x-media", found: file.lastPathComponent,
          allowed: "a file of the kind that the input takes", message: "\(place): \(problem)"))
    }
    return violations
  }
}
