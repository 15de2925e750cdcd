extension MediaReference {
  /// The look of an avatar, which a request names by the look's ID
  /// (https://docs.hoox.video/api-reference/assets/start).
  ///
  /// - Returns: The reference.
  public static func look(_ look: HooxLook) -> Self { .avatar(look.id) }
}
