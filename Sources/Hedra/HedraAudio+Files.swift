public import Foundation

extension HedraAudio {
  /// Hears the asset with this ID.
  public static func asset(_ id: UUID) -> Self { .sound(.asset(id)) }

  /// Hears a file of this machine, which is uploaded when the request is submitted.
  public static func file(_ file: URL) -> Self { .sound(.file(file)) }
}
