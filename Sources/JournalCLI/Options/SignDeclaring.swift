import ArgumentParser

/// A command whose words and options say how the nerve feels.
protocol SignDeclaring: ParsableCommand {}
