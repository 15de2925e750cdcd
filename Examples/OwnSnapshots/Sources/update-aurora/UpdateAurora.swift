import Aurora
import TypedMediaUpdating

/// Fetches the snapshots of Aurora's models again: `AURORA_API_KEY=… swift run update-aurora`.
@main struct UpdateAurora {
  static func main() async {
    await CatalogUpdate.main(of: AuroraClient.self, into: "Sources/Aurora/schemas")
  }
}
