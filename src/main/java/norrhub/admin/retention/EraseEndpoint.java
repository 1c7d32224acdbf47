package norrhub.admin.retention;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;

/** Erases a person or a vacancy, or only says what would be erased. */
@Component
@Endpoint(id = "erase")
class EraseEndpoint {
  private static final int BAD_REQUEST = 400;

  private final Erasure erasure;

  EraseEndpoint(Erasure erasure) {
    this.erasure = erasure;
  }

  /**
   * @param confirm without it, nothing is erased
   */
  @WriteOperation
  WebEndpointResponse<?> erase(
      @Nullable String person,
      @Nullable String vacancy,
      @Nullable String why,
      @Nullable Boolean confirm)
      throws Exception {
    String text = person == null ? "" : person;
    String id = vacancy == null ? "" : vacancy;
    String reason = why == null ? "" : why;
    Optional<String> objection = Subject.objection(text, id, reason);
    if (objection.isPresent()) {
      return new WebEndpointResponse<>(Map.of("refused", objection.get()), BAD_REQUEST);
    }
    Subject subject = Subject.of(text, id);
    return new WebEndpointResponse<>(
        Boolean.TRUE.equals(confirm)
            ? erasure.erase(subject, reason.strip())
            : erasure.look(subject));
  }
}
