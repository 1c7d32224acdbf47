package norrhub.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/**
 * A caller is one who shows a key of the board or of the feed, else an address. A key that opens
 * nothing counts for its sender's address, so that no one gets a count of their own by inventing
 * keys.
 */
@Component
class KeyOrAddress implements Caller {
  private final BoardAccess boards;
  private final PushAccess pushes;
  private final ClientAddress addresses;

  KeyOrAddress(BoardAccess boards, PushAccess pushes, ClientAddress addresses) {
    this.boards = boards;
    this.pushes = pushes;
    this.addresses = addresses;
  }

  @Override
  public String of(HttpServletRequest request) {
    return boards
        .keyHolder(request)
        .or(() -> pushes.keyHolder(request))
        .or(() -> addresses.of(request).map(address -> AddressRange.around(address).toString()))
        .orElse("unknown");
  }
}
