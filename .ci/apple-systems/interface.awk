# What a synthesized interface has otherwise than one of a module.
/^ *@[a-z]+(\(.*\))?$/ { held = held $0 "\n"; next }
/^import / { next }
/RawSpan|Span<|^ .*(Predicate|URL\.Template)/ && !/\{$/ { held = ""; next }
/subscript/ && !/\{ *(get|set|mutating)/ { $0 = $0 " { get }" }
{ gsub(/@inlinable |@_alwaysEmitIntoClient |(internal|private|fileprivate|package)\(set\) /, "") }
/^ *(@[A-Za-z]+ )*public (static )?var [^{=]*$/ { $0 = $0 " { get set }" }
# Lost on the way: which of two initializers is the better one.
/init<.*Value : StringProtocol/ { sub(/public/, "@_disfavoredOverload public") }
{ printf "%s", held; held = ""; print }
