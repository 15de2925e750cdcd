public import Hoox

/// A picture that comes to life, and turns into another.
public struct Storyboard: Sendable {
  /// Where it begins.
  public var opening: MediaReference
  /// Where it ends.
  public var ending: MediaReference

  /// Creates a storyboard.
  public init(opening: MediaReference, ending: MediaReference) {
    self.opening = opening
    self.ending = ending
  }

  /// The clip that brings the opening picture to life.
  public var clip: ShortClip {
    ShortClip(
      prompt: "The picture comes to life.", reference: opening, aspectRatio: .ratio9x16,
      duration: .seconds4)
  }

  /// The clip that leads from the opening picture to the ending one.
  public var transition: Transition {
    Transition(
      prompt: "One picture turns into the other.",
      slots: .startImage(opening, endImage: ending),
      duration: .seconds5)
  }
}
