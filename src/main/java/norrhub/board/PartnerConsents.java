package norrhub.board;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import norrhub.partner.Consent;
import norrhub.partner.Partner;
import norrhub.partner.Partners;
import org.springframework.stereotype.Component;

/**
 * The consents that the partners' files give. Where a file names a board that does not exist, the
 * name may be a misspelt one: then nobody knows what holds for the boards that it does not name.
 */
@Component
class PartnerConsents implements Consents {
  private final Partners partners;
  private final BoardFiles boards;

  PartnerConsents(Partners partners, BoardFiles boards) {
    this.partners = partners;
    this.boards = boards;
  }

  @Override
  public Optional<Boolean> to(String board, String partner) {
    return partners.partner(partner).flatMap(known -> to(board, known));
  }

  private Optional<Boolean> to(String board, Partner partner) {
    Optional<Consent> consent = partner.boards();
    boolean unclear =
        consent
            .filter(given -> given.on(board).isEmpty())
            .filter(given -> !boards.ids().containsAll(given.boards()))
            .isPresent();
    return unclear ? Optional.empty() : Optional.of(partner.consentsTo(board));
  }

  @Override
  public String fingerprint(String board) {
    return partners.all().stream()
        .sorted(Comparator.comparing(Partner::id))
        .map(partner -> partner.id() + "=" + to(board, partner).map(String::valueOf).orElse("?"))
        .collect(Collectors.joining(" "));
  }
}
