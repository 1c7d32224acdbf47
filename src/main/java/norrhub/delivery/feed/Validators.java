package norrhub.delivery.feed;

import java.util.Optional;

/** What a server gave with the last complete answer, to be asked "still the same?" with. */
public record Validators(Optional<String> etag, Optional<String> lastModified) {
  public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());
}
