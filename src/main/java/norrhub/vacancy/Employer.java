package norrhub.vacancy;

import java.util.List;
import java.util.Optional;

/**
 * Who employs.
 *
 * @param name as applicants know it
 * @param orgNumber Swedish organisation number, ten digits without a hyphen
 * @param unitPath department and unit, the widest first
 */
public record Employer(
    String name, Optional<String> orgNumber, List<String> unitPath, Optional<String> url) {
  public Employer {
    unitPath = List.copyOf(unitPath);
  }
}
