package norrhub.fetch.page;

import java.util.List;
import java.util.Optional;

/**
 * What a page says of those around it.
 *
 * @param outline where its body was read for that
 * @param linkHeaders the values of its Link header
 * @param sha256 of the body
 */
public record PageAnswer(Optional<PageSkeleton> outline, List<String> linkHeaders, String sha256) {
  public PageAnswer {
    linkHeaders = List.copyOf(linkHeaders);
  }
}
