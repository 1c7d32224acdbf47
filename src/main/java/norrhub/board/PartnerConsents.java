package norrhub.board;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import norrhub.partner.Partner;
import norrhub.partner.Partners;
import org.springframework.stereotype.Component;

/** The consents that the partners' files give. */
@Component
class PartnerConsents implements Consents {
  private final Partners partners;

  PartnerConsents(Partners partners) {
    this.partners = partners;
  }

  @Override
  public Optional<Boolean> to(String board, String partner) {
    return partners.partner(partner).map(known -> known.consentsTo(board));
  }

  @Override
  public String fingerprint(String board) {
    return partners.all().stream()
        .sorted(Comparator.comparing(Partner::id))
        .map(partner -> partner.id() + "=" + partner.consentsTo(board))
        .collect(Collectors.joining(" "));
  }
}
