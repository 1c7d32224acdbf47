package norrhub.record.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimePart;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a part of a mail is encoded. Angus Mail reads what it does not know as it stands, which is
 * right for those who mean no encoding ("8 bit", "utf-8"), and wrong for all others: their signs
 * would be published as they are.
 */
public final class TransferEncoding {
  private static final Pattern DECODED =
      Pattern.compile("(?i)base64|quoted-printable|uuencode|x-uuencode|x-uue");
  private static final Pattern AS_IT_STANDS =
      Pattern.compile("(?i)(7|8)[ -]?bits?|binary|none|text|plain|identity|ascii");

  private TransferEncoding() {}

  /** The part's encoding where nobody knows what it means. */
  public static Optional<String> unknownOf(Part part) throws MessagingException {
    return part instanceof MimePart mime
        ? Optional.ofNullable(mime.getEncoding())
            .map(String::strip)
            .filter(encoding -> !encoding.isEmpty() && !isKnown(encoding))
        : Optional.empty();
  }

  private static boolean isKnown(String encoding) {
    return DECODED.matcher(encoding).matches()
        || AS_IT_STANDS.matcher(encoding).matches()
        || isCharset(encoding);
  }

  private static boolean isCharset(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }
}
