package norrhub.fetch;

import java.util.regex.Pattern;

/**
 * Whether a name that a partner's server gave may be sent back to it.
 *
 * <p>A listing can hold anything, {@code ../../} included, and Camel 4.18.0 pastes it into paths
 * (CVE-2026-79983). So a name passes only if it is one plain segment: letters and digits of any
 * language, spaces and a few signs, no separators, no controls, not starting with a dot.
 */
public final class SafeFileName {
  private static final Pattern SAFE =
      Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N} ._+,=@()-]{0,199}");

  private SafeFileName() {}

  public static boolean is(String name) {
    return SAFE.matcher(name).matches() && !name.contains("..");
  }
}
