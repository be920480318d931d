# 字段无法识别时的提示，以及省级行政区的名称。

## 字段中的错误

err-required = 请填写此字段。
# $max：最多字符数
err-too-long = 最多可输入 { $max } 个字符。
err-control-character = 此文本包含无法显示的字符。请将其删除或重新输入。
err-org-name = 公司名称只能包含文字、字母、数字、空格以及“（）()·&.,-、”这些符号，且不能只有符号。
err-uscc-format = 统一社会信用代码为 18 位，由数字和大写字母组成，不使用字母 I、O、S、V、Z。
err-uscc-check = 此统一社会信用代码输入有误：最后一位校验码与其他字符不符。
err-address1 = 请输入地址，不要包含无法显示的字符。
err-province = 请从列表中选择省/自治区/直辖市。
err-city = 请输入城市，不要包含无法显示的字符。
err-postcode = 邮政编码为 6 位数字，例如 200120。
err-person-name = 姓名只能使用汉字或拉丁字母，例如“王伟”“阿卜杜拉·买买提”或“Jean-Pierre”。
err-email = 请输入电子邮件地址，例如 name@example.cn。
err-phone-cn = 请输入中国的电话号码，例如 13912345678、021-55550123 或 400-555-0100。
err-mpn-format = MPN ID 为 5 到 10 位数字。
err-domain-format = 请使用 3 到 27 个字符：小写字母、数字和不连续的连字符；以字母开头，且不以连字符结尾。
err-url = 请输入以 http:// 或 https:// 开头的网址。
err-not-whole = 请输入整数，只能使用数字。
err-nick = 请输入昵称，不要包含无法显示的字符。
err-password = 密码长度为 8 到 16 个字符，至少包含小写字母、大写字母、数字、符号中的三种，且不能包含您的用户名。

## 省级行政区

input-province-ah = 安徽省
input-province-bj = 北京市
input-province-cq = 重庆市
input-province-fj = 福建省
input-province-gd = 广东省
input-province-gs = 甘肃省
input-province-gx = 广西壮族自治区
input-province-gz = 贵州省
input-province-ha = 河南省
input-province-hb = 湖北省
input-province-he = 河北省
input-province-hi = 海南省
input-province-hl = 黑龙江省
input-province-hn = 湖南省
input-province-jl = 吉林省
input-province-js = 江苏省
input-province-jx = 江西省
input-province-ln = 辽宁省
input-province-nm = 内蒙古自治区
input-province-nx = 宁夏回族自治区
input-province-qh = 青海省
input-province-sc = 四川省
input-province-sd = 山东省
input-province-sh = 上海市
input-province-sn = 陕西省
input-province-sx = 山西省
input-province-tj = 天津市
input-province-xj = 新疆维吾尔自治区
input-province-xz = 西藏自治区
input-province-yn = 云南省
input-province-zj = 浙江省
