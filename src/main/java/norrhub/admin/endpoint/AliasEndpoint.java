package norrhub.admin.endpoint;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import norrhub.ingest.match.AliasProposal;
import norrhub.ingest.match.AliasSuggestions;
import norrhub.partner.Partner;
import norrhub.partner.Partners;
import norrhub.vacancy.VacancyId;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Says which keys seem to be old vacancies' new ones, and takes an admin's word for it. */
@Component
@Endpoint(id = "alias")
class AliasEndpoint {
  private final Partners partners;
  private final AliasSuggestions suggestions;

  AliasEndpoint(Partners partners, AliasSuggestions suggestions) {
    this.partners = partners;
    this.suggestions = suggestions;
  }

  @ReadOperation
  WebEndpointResponse<?> suggest(@Selector String partner) throws IOException {
    Optional<Partner> found = partners.partner(partner);
    return found.isEmpty()
        ? Refusals.unknownPartner(partner, partners.all())
        : new WebEndpointResponse<>(Map.of("proposals", suggestions.suggest(found.get())));
  }

  /**
   * @param score accepts every proposal of at least so much
   * @param key with {@code vacancy}: accepts this one pair, proposed or not
   */
  @WriteOperation
  WebEndpointResponse<?> accept(
      @Selector String partner,
      @Nullable Integer score,
      @Nullable String key,
      @Nullable String vacancy)
      throws IOException {
    Optional<Partner> found = partners.partner(partner);
    if (found.isEmpty()) {
      return Refusals.unknownPartner(partner, partners.all());
    }
    Map<String, VacancyId> pairs = new TreeMap<>();
    if (key != null && vacancy != null) {
      if (!vacancy.matches("[0-9a-f]{32}")
          || !suggestions.has(found.get(), VacancyId.parse(vacancy))) {
        return Refusals.notNow(partner + " never had a vacancy with the id " + vacancy);
      }
      pairs.put(key, VacancyId.parse(vacancy));
    } else if (score != null) {
      List<AliasProposal> proposals = suggestions.suggest(found.get());
      proposals.stream()
          .filter(proposal -> proposal.score() >= score)
          .forEach(p -> pairs.put(p.key(), VacancyId.parse(p.vacancy())));
    } else {
      return Refusals.notNow("Say which: a key and a vacancy's id, or --score");
    }
    suggestions.accept(found.get(), pairs);
    return new WebEndpointResponse<>(Map.of("accepted", pairs.size()));
  }
}
