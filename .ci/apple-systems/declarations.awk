# Leaves out what the package does not use, and what does not compile as it is printed: declarations of the top
# level by what their first line names.
{ declaration = declaration $0 "\n"; if ($0 ~ /^[a-z]/ && first == "") first = $0 }
/^}/ || /^[^ @].*[^{]$/ {
  if (first !~ /Predicate|URL\.Template|URL: *.*Template|struct URLResourceKey/) printf "%s", declaration
  declaration = ""
  first = ""
}
END { printf "%s", declaration }
