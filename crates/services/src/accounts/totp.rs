//! Codes that change every 30 seconds, and how an authenticator learns to make them.

use domain::account::SecondFactorSetup;
use domain::time::Instant;
use qrcode::QrCode;
use qrcode::render::svg;
use totp_rs::{Builder, Totp};

use crate::failure::{Result, report};

/// Bytes of a secret, as RFC 4226 recommends.
pub(super) const SECRET_BYTES: usize = 20;

/// Under which name an authenticator lists the code.
const ISSUER: &str = "Partner Center";

fn totp(secret: &[u8], account: &str) -> Result<Totp> {
    // A colon would end the issuer's part of the name.
    let account = account.replace(':', " ");
    let builder = Builder::new().with_secret(secret).with_account_name(account);
    builder.with_issuer(Some(ISSUER)).build().map_err(|error| report(&error))
}

/// The number of the 30 seconds for which `code` is right at `now`, give or take one.
pub(super) fn matching_step(secret: &[u8], code: &str, now: Instant) -> Result<Option<i64>> {
    let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
    let step = totp(secret, ISSUER)?.check(code, seconds);
    Ok(step.and_then(|step| i64::try_from(step).ok()))
}

/// How the authenticator of `account` learns `secret`.
pub(super) fn setup(secret: &[u8], account: &str) -> Result<SecondFactorSetup> {
    let totp = totp(secret, account)?;
    let uri = totp.to_url().map_err(|error| report(&error))?;
    let qr = QrCode::new(&uri).map_err(|error| report(&error))?;
    let picture = qr
        .render::<svg::Color<'_>>()
        .module_dimensions(4, 4)
        .dark_color(svg::Color("#000"))
        .light_color(svg::Color("#fff"))
        .build();
    // In a page the element stands without the prologue of a file.
    let element = picture.find("<svg").map_or("", |start| &picture[start..]);
    let secret_base32 = totp.secret().to_base32();
    Ok(SecondFactorSetup { secret_base32, uri, qr_svg: element.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Instant {
        Instant::from_timestamp(seconds, 0).unwrap()
    }

    /// RFC 6238, appendix B: the last six digits.
    #[test]
    fn codes_are_those_of_the_standard() {
        let secret = b"12345678901234567890";
        for (seconds, code) in
            [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924")]
        {
            let step = matching_step(secret, code, at(seconds)).unwrap();
            assert_eq!(step, Some(seconds / 30), "{seconds}");
        }
    }

    #[test]
    fn a_code_lives_one_step_longer_on_both_sides() {
        let secret = b"12345678901234567890";
        for (seconds, fits) in [(0, true), (89, true), (90, false)] {
            let step = matching_step(secret, "287082", at(seconds)).unwrap();
            assert_eq!(step.is_some(), fits, "{seconds}");
        }
    }

    #[test]
    fn the_picture_is_an_element_without_styles() {
        let setup = setup(&[7; SECRET_BYTES], "li.wei@haiyun.partner.onmschina.cn").unwrap();
        assert!(setup.qr_svg.starts_with("<svg "), "{}", &setup.qr_svg[..40]);
        assert!(setup.qr_svg.ends_with("</svg>"));
        assert!(!setup.qr_svg.contains("style"));
        assert!(setup.uri.starts_with("otpauth://totp/Partner%20Center:li.wei"), "{}", setup.uri);
        assert!(setup.uri.contains(&setup.secret_base32));
    }
}
