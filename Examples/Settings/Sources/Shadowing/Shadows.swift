// Names that generated code uses, for something else.

enum Bool {}
struct String {}
struct Int {}
struct Double {}
struct Optional {}
struct Array {}
struct Dictionary {}
struct Duration {}
struct Result {}
struct StaticString {}
protocol CaseIterable {}
protocol Codable {}
protocol CustomStringConvertible {}
protocol Error {}
protocol Hashable {}
protocol RawRepresentable {}
protocol Sendable {}

struct Data {}
struct Date {}
struct Decimal {}
struct URL {}
struct UUID {}

protocol ClosedValue {}
protocol GenerationRequest {}
struct _Indirect {}
struct JSON {}
protocol JSONCodable {}
struct JSONMembers {}
struct JSONMismatch {}
struct JSONNumber {}
struct JSONObject {}
protocol JSONObjectConvertible {}
struct Job {}
struct ModelSnapshot {}
struct Nullable {}
protocol OpenValue {}
struct SnapshotStamp {}
