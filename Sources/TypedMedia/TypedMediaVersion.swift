/// The version of the package.
public enum TypedMediaVersion {
  /// The version, as it is in the User-Agent.
  public static let current = "0.1.0"
}
