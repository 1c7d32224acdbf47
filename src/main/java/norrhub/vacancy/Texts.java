package norrhub.vacancy;

/**
 * What a vacancy says to its readers.
 *
 * @param language of the texts, BCP 47; {@code und} where nobody said
 * @param descriptionHtml sanitised, safe to show
 * @param descriptionText the same without markup
 */
public record Texts(
    String language, String title, String descriptionHtml, String descriptionText) {}
