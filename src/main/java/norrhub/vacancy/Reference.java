package norrhub.vacancy;

import java.util.Optional;

/**
 * Whose vacancy it is, and what it is called there.
 *
 * @param partner the id of the partner that sent it
 * @param sourceKey the partner's ATS's own key, trimmed and in NFC
 * @param requisition the reference that people use, such as "2026/28"
 */
public record Reference(String partner, String sourceKey, Optional<String> requisition) {}
