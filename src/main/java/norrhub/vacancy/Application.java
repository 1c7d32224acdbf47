package norrhub.vacancy;

import java.util.Optional;

/**
 * How to apply. The addresses are http(s) without user information; at least one way is there in
 * every published vacancy.
 */
public record Application(
    Optional<String> applyUrl, Optional<String> adUrl, Optional<String> applyEmail) {}
