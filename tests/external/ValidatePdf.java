import java.io.FileInputStream;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Asks veraPDF whether files conform to profiles: ValidatePdf PROFILE[,PROFILE] FILE… ; exits 1 when one does not. */
public class ValidatePdf {
  public static void main(String[] arguments) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    var failed = false;
    for (var name : arguments[0].split(",")) {
      var profile = PDFAFlavour.byFlavourId(name);
      for (var rank = 1; rank < arguments.length; rank++) {
        failed |= !conforms(arguments[rank], profile);
      }
    }
    System.exit(failed ? 1 : 0);
  }

  private static boolean conforms(String file, PDFAFlavour profile) throws Exception {
    var foundry = Foundries.defaultInstance();
    try (var parser = foundry.createParser(new FileInputStream(file), profile);
        var validator = foundry.createValidator(profile, false)) {
      var result = validator.validate(parser);
      var verdict = result.isCompliant() ? "conforms" : "FAILS";
      System.out.printf("%s %s %s (%d checks)%n", verdict, profile, file, result.getTotalAssertions());
      var rules = new TreeMap<String, String>();
      for (var found : result.getTestAssertions()) {
        if (found.getStatus() == TestAssertion.Status.FAILED) {
          rules.putIfAbsent(found.getRuleId().getClause() + "-" + found.getRuleId().getTestNumber(), found.getMessage());
        }
      }
      rules.forEach((rule, message) -> System.out.println("  " + rule + " " + message));
      return result.isCompliant();
    }
  }
}
