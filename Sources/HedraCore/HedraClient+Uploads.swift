public import Foundation

/// How files come into the account's library.
extension HedraClient: UploadingService {
  /// Creates an asset of `file`: both steps that the service asks for
  /// (https://www.hedra.com/docs/pages/developer/guides/generate-video).
  ///
  /// The file is read as it is sent, and is never in memory as a whole.
  ///
  /// - Parameters:
  ///   - file: The file. It must not change meanwhile.
  ///   - type: What it is.
  ///   - name: The asset's name; that of the file by default.
  ///   - progress: Called, from any thread, up to ten times a second and at the end.
  /// - Returns: The asset, by whose ID requests can refer to it. Where the service does not tell of a
  ///   video's file yet, it has no ``HedraAsset/media``.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func upload(
    _ file: URL, as type: HedraAssetType, named name: String? = nil,
    progress: (@Sendable (TransferProgress) -> Void)? = nil
  ) async throws -> HedraAsset {
    let asset = try await createAsset(named: name ?? file.lastPathComponent, as: type)
    return try await upload(file, to: asset, progress: progress)
  }

  /// Creates an asset of a file that is in memory.
  ///
  /// - Parameters:
  ///   - data: What is in the file.
  ///   - type: What it is.
  ///   - name: The asset's and the file's name. In a form, its extension tells the media type; what goes
  ///     to an address of its own is sent without one.
  ///   - progress: Called, from any thread, up to ten times a second and at the end.
  /// - Returns: The asset, as for a file.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func upload(
    _ data: Data, as type: HedraAssetType, named name: String,
    progress: (@Sendable (TransferProgress) -> Void)? = nil
  ) async throws -> HedraAsset {
    let asset = try await createAsset(named: name, as: type)
    return try await upload(data, to: asset, progress: progress)
  }

  /// Gives an asset its file: to the address of its own that a new video has, else in a form
  /// (https://www.hedra.com/docs/api-reference/public/upload-asset).
  ///
  /// A form is sent again only where the service surely did not take it. What goes to an address of its
  /// own is the same however often it is sent.
  ///
  /// - Parameters:
  ///   - file: The file. It must not change meanwhile.
  ///   - asset: Where it goes.
  ///   - progress: Called, from any thread, up to ten times a second and at the end.
  /// - Returns: The asset.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func upload(
    _ file: URL, to asset: HedraNewAsset,
    progress: (@Sendable (TransferProgress) -> Void)? = nil
  ) async throws -> HedraAsset {
    if let url = asset.uploadURL {
      try await connection.upload.put(file, to: url, progress: progress)
      return try await uploaded(asset)
    }
    return try await upload(.file(file), named: file.lastPathComponent, to: asset, progress)
  }

  /// Gives an asset its file, which is in memory.
  ///
  /// - Parameters:
  ///   - data: What is in the file.
  ///   - asset: Where it goes.
  ///   - progress: Called, from any thread, up to ten times a second and at the end.
  /// - Returns: The asset.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func upload(
    _ data: Data, to asset: HedraNewAsset,
    progress: (@Sendable (TransferProgress) -> Void)? = nil
  ) async throws -> HedraAsset {
    if let url = asset.uploadURL {
      try await connection.upload.put(data, to: url, progress: progress)
      return try await uploaded(asset)
    }
    return try await upload(.data(data), named: asset.name ?? asset.id, to: asset, progress)
  }

  /// Uploads a file that a request names, and returns the ID of the asset that it becomes.
  ///
  /// - Throws: `MediaError`, also where neither the input nor the file's name says what it is; or
  ///   `CancellationError`.
  public func reference(
    uploading file: URL, as kind: MediaKind?,
    progress: (@Sendable (TransferProgress) -> Void)?
  ) async throws -> String {
    guard let kind else {
      throw MediaError(
        .notUploaded,
        "\(file.lastPathComponent) does not say by its name whether it is an image, a video or sound.",
        service: "Hedra")
    }
    return try await upload(file, as: HedraAssetType(kind), progress: progress).id
  }

  private func upload(
    _ content: RequestBody, named name: String, to asset: HedraNewAsset,
    _ progress: (@Sendable (TransferProgress) -> Void)?
  ) async throws -> HedraAsset {
    var form = MultipartForm()
    form.append(content, as: "file", fileName: name)
    var call = ServiceCall.post("assets", asset.id, "upload", form: form, effect: .writes)
    call.onProgress = progress
    return try await connection.send(call) { try HedraAsset($0.object) }
  }

  /// The asset whose file was sent to an address of its own, which answers nothing of it.
  ///
  /// The file has arrived: where the service cannot be asked about it, the caller gets its ID all the
  /// same.
  private func uploaded(_ asset: HedraNewAsset) async throws -> HedraAsset {
    do {
      let known = try await assets(of: asset.type ?? .video, ids: [asset.id])
      if let known = known.first(where: { $0.id == asset.id }) { return known }
    } catch is MediaError {}
    var object = asset.object
    object["upload_url"] = nil
    return try HedraAsset(object)
  }
}
