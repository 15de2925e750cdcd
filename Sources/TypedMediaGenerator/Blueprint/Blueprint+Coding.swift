import TypedMediaSchema

extension TypeBlueprint.Coding {
  /// The members that it reads and writes by name.
  package var keys: [String] {
    switch self {
    case .member(let key), .element(let key), .emptiable(let key), .nullable(let key),
      .explicit(let key), .constant(let key, _):
      [key]
    case .inside(let key, _): [key]
    case .group(let keys): keys
    case .rest: []
    }
  }

  /// The ways to the members that it reads and writes by name, through the objects that were flattened.
  package var paths: [[String]] {
    if case .inside(let key, let inner) = self { return inner.paths.map { [key] + $0 } }
    return keys.map { [$0] }
  }

  /// The first of them; `nil` where there is none.
  var path: [String]? { paths.first }

  /// Tells whether it always has the same value.
  var isConstant: Bool {
    switch self {
    case .constant: true
    case .inside(_, let inner): inner.isConstant
    default: false
    }
  }

  /// Tells whether it is `null` where there is no value.
  var isNullable: Bool {
    switch self {
    case .nullable: true
    case .inside(_, let inner): inner.isNullable
    default: false
    }
  }

  /// Tells whether it is a member of an object that was flattened.
  var isInside: Bool {
    if case .inside = self { true } else { false }
  }
}
