# What is said at a field that cannot be read, and the names of provinces.

## What is wrong with a field

err-required = Fill in this field.
# $max: most characters
err-too-long = { $max ->
    [one] Enter no more than one character.
   *[other] Enter no more than { $max } characters.
}
err-control-character = This text contains characters that cannot be shown. Remove them or type the text again.
err-org-name = Enter a company name with letters, digits, spaces and （）()·&.,-、 only.
err-uscc-format = A unified social credit code has 18 characters: digits and capital letters other than I, O, S, V and Z.
err-uscc-check = This unified social credit code contains a typing error: its last character does not match the others.
err-address1 = Enter the address in characters that can be shown.
err-province = Choose a province from the list.
err-city = Enter the city in characters that can be shown.
err-postcode = A postal code has six digits, for example 200120.
err-person-name = Enter a name in Chinese or Latin letters, for example 王伟, 阿卜杜拉·买买提 or Jean-Pierre.
err-email = Enter an e-mail address, for example name@example.cn.
err-phone-cn = Enter a phone number in China, for example 13912345678, 021-55550123 or 400-555-0100.
err-mpn-format = An MPN ID has 5 to 10 digits.
err-domain-format = Use 3 to 27 characters: lower-case letters, digits and single hyphens. Begin with a letter and do not end with a hyphen.
err-url = Enter a web address that begins with http:// or https://.
err-not-whole = Enter a whole number, with digits only.
err-nick = Enter the nickname in characters that can be shown.
err-password = Use 8 to 16 characters with at least three of these: lower-case letters, upper-case letters, digits, symbols. The password must not contain your user name.

## Provinces

input-province-ah = Anhui
input-province-bj = Beijing
input-province-cq = Chongqing
input-province-fj = Fujian
input-province-gd = Guangdong
input-province-gs = Gansu
input-province-gx = Guangxi
input-province-gz = Guizhou
input-province-ha = Henan
input-province-hb = Hubei
input-province-he = Hebei
input-province-hi = Hainan
input-province-hl = Heilongjiang
input-province-hn = Hunan
input-province-jl = Jilin
input-province-js = Jiangsu
input-province-jx = Jiangxi
input-province-ln = Liaoning
input-province-nm = Inner Mongolia
input-province-nx = Ningxia
input-province-qh = Qinghai
input-province-sc = Sichuan
input-province-sd = Shandong
input-province-sh = Shanghai
input-province-sn = Shaanxi
input-province-sx = Shanxi
input-province-tj = Tianjin
input-province-xj = Xinjiang
input-province-xz = Tibet
input-province-yn = Yunnan
input-province-zj = Zhejiang
