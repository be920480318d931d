# Ce qui est dit d’un champ illisible, et les noms des provinces.

## Ce qui ne va pas dans un champ

err-required = Remplissez ce champ.
# $max : nombre maximal de caractères
err-too-long = { $max ->
    [one] Saisissez { $max } caractère au maximum.
   *[other] Saisissez { $max } caractères au maximum.
}
err-control-character = Ce texte contient des caractères invisibles. Retirez-les ou saisissez le texte à nouveau.
err-org-name = Saisissez un nom de société composé uniquement de lettres, de chiffres, d’espaces et des signes （）()·&.,-、.
err-uscc-format = Un code de crédit social unifié compte 18 caractères : chiffres et lettres majuscules, sauf I, O, S, V et Z.
err-uscc-check = Ce code de crédit social unifié contient une faute de frappe : son dernier caractère ne correspond pas aux autres.
err-address1 = Saisissez l’adresse sans caractères invisibles.
err-province = Choisissez une province dans la liste.
err-city = Saisissez la ville sans caractères invisibles.
err-postcode = Un code postal compte six chiffres, par exemple 200120.
err-person-name = Saisissez un nom en caractères chinois ou latins, par exemple 王伟, 阿卜杜拉·买买提 ou Jean-Pierre.
err-email = Saisissez une adresse e-mail, par exemple nom@example.cn.
err-phone-cn = Saisissez un numéro de téléphone en Chine, par exemple 13912345678, 021-55550123 ou 400-555-0100.
err-mpn-format = Un ID MPN compte de 5 à 10 chiffres.
err-domain-format = Utilisez de 3 à 27 caractères : lettres minuscules, chiffres et tirets isolés. Commencez par une lettre et ne terminez pas par un tiret.
err-url = Saisissez une adresse web commençant par http:// ou https://.
err-not-whole = Saisissez un nombre entier, avec des chiffres uniquement.
err-nick = Saisissez le pseudo sans caractères invisibles.
err-password = Utilisez de 8 à 16 caractères, dont au moins trois de ces types : minuscules, majuscules, chiffres, symboles. Le mot de passe ne doit pas contenir votre nom d’utilisateur.

## Provinces

input-province-ah = Anhui
input-province-bj = Pékin
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
input-province-nm = Mongolie-Intérieure
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
