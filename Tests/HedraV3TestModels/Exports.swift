// Without a Swift file, the package manager sees no target.
