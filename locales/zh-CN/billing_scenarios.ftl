# The help page with worked examples of bills.

scenarios-title = 如何阅读帐单
scenarios-text = 下单、更改席位、暂停、升级和续订之后，帐单会如何显示。以下每个数字都由出具您帐单的同一程序计算得出。
scenarios-link = 如何阅读帐单：计算示例
help-billing-scenarios = 下单、更改席位和取消之后帐单如何显示，附计算示例

scenarios-rules = 五条规则可解释几乎每一行
scenarios-rule-month = 每月计费一次，在您的计费日，计费对象是从该日开始的一个月。
scenarios-rule-free = 从下单次日到第一个计费日，订阅免费。由升级产生的订阅没有免费期。
scenarios-rule-advance = 每个月的费用预付，按前一天结束时的席位数计算。期间的更改在下一份帐单中结算。
scenarios-rule-line = 每一行 = 单价 × 席位数 × 天数 ÷ 当月天数，四舍五入到分，仅一次。折扣和税款按四舍五入后的金额计算。
scenarios-rule-day = 更改当日按新的席位数计算；取消当日不再收费。

scenarios-examples = 示例
scenarios-happened = 发生了什么
scenarios-invoice = { $day }的帐单
scenarios-no-line = { $day }的帐单上没有与之相关的行。
scenarios-sum = 合计
scenarios-download = 下载此历史记录
# $command: a command of the program, not to be translated
scenarios-download-text = 每份历史记录都是一个文件，可由 { $command } 读取：修改其中的席位或日期，即可看到会产生哪些帐单。
# $subscription, $to: names of subscriptions in the example; $offer: code of an offer
scenarios-order = { $day }：订购 { $subscription }，产品 { $offer }，{ $seats } 个席位
scenarios-order-discount = { $day }：订购 { $subscription }，产品 { $offer }，{ $seats } 个席位，折扣 { $percent }
scenarios-quantity = { $day }：{ $subscription } 改为 { $seats } 个席位
scenarios-suspend = { $day }：{ $subscription } 暂停或取消
scenarios-reactivate = { $day }：{ $subscription } 重新激活
scenarios-upgrade = { $day }：{ $subscription } 升级为 { $to }，产品 { $offer }，{ $seats } 个席位

scenarios-usage = 按使用量计费
scenarios-usage-text = 使用量按月后付，没有免费期。超出包含数量的部分乘以标价，四舍五入一次；税款按该金额计算。实际费率等于费用 ÷ 超额数量，四舍五入到分，仅供对照，不参与任何计算。最后两行是同一资源的两个价格阶梯，各占一行。
scenarios-consumed = 使用数量
scenarios-included = 包含数量
scenarios-pretax-rate = 税前实际费率
scenarios-posttax-rate = 税后实际费率

scenarios-first = 从签约到首份帐单
scenarios-first-text = 签约当日即为您每月的计费日，最晚为 28 日。首份帐单在下一个计费日，即一个月之后出具。
scenarios-signed = 协议签署日期
scenarios-billing-day = 每月计费日
scenarios-first-date = 首个计费日期

scenarios-sections = 从明细行到帐单的各部分
scenarios-sections-text = 再看增减席位的示例，这次按部分汇总：原样，以及退还其中一行之后。退还金额已含税，因此单独列出，不影响税款。
scenarios-as-it-is = 原样
scenarios-refunded = 含退还

scenarios-late = 逾期付款
scenarios-late-text = 到期日之后每个起始月可能按下列费率对整份帐单收取财务费用，不计复利。在到期日当天付款不产生费用。
scenarios-paid-on = 付款日期
scenarios-months = 起始月数
scenarios-rate = 月费率
scenarios-finance-charge = 财务费用
scenarios-prevail = 以计划指南和经销商协议为准。

scenario-cs01 = 新订阅
scenario-cs01-text = 订阅自下单次日起生效，到下一个计费日之前免费。在该计费日，您预付接下来一个月的费用：只有一行。
scenario-cs02 = 在首份帐单之前取消
scenario-cs02-text = 在第一个计费日之前取消无需付费，该订阅也完全不会出现在帐单上。
scenario-cs03 = 在免费期内更改席位
scenario-cs03-text = 各次更改按天数分别列出，单价为零。预付的月费按免费期最后一天结束时的席位数计算。
scenario-cs04 = 一个月内增减席位
scenario-cs04-text = 该月费用已预付，之后席位数发生变化。因此下一份帐单先全额冲销预付费用，再按实际席位数逐段计费，最后加上下一个月的预付费用。新的席位数自更改当日起计算。
scenario-cs05 = 在一个月内取消
scenario-cs05-text = 您已预付该月费用，未使用的天数会退还给您：一行负数。取消当日不再收费，也不再预付下一个月。
scenario-cs06 = 更改席位后取消
scenario-cs06-text = 先像其他席位更改一样结算到该月最后一天，再退还最后一段中未使用的天数。
scenario-cs07 = 同一个月内暂停并重新激活
scenario-cs07-text = 在计费上，暂停等同于取消：退还从暂停日到月末的天数。重新激活后，剩余天数重新收费，该行列在“其他产品和服务”中。之后照常按月预付。
scenario-cs08 = 平年与闰年的二月
scenario-cs08-text = 价格按月计算，与该月天数无关。因此短月每天的费用高于长月：同样的未使用天数，在两个年份退还的金额不同。
scenario-cs09 = 以新价格续订
scenario-cs09-text = 在期限内价格保持不变，即使价目表已更改。续订日起按当时有效的价目表计价，该行标为续订。
scenario-cs10 = 升级到其他产品/服务
scenario-cs10-text = 原订阅在升级当日结束，退还未使用的天数。新订阅同日开始，先收取当月剩余天数的费用，之后按月预付。升级后没有免费期。
scenario-cs11 = 折扣
scenario-cs11-text = 折扣从四舍五入后的金额中扣除，税款按扣除后的金额计算。折扣在首次续订时结束。
scenario-cs12 = 没有变化的月份
scenario-cs12-text = 没有任何更改，因此该订阅只有一行：下一个月的预付费用。
scenario-cs13 = 计费日前一天下单与当天下单
scenario-cs13-text = 在计费日前一天下单，订阅于计费日生效：没有免费天数，立即预付。在计费日当天下单，则到下一个计费日之前免费。
scenario-cs14 = 同一天改动后又改回
scenario-cs14-text = 只以每天结束时的席位数为准。同一天内相互抵消的更改不会产生任何行。
scenario-cs15 = 从多家经销商购买的客户
scenario-cs15-text = 您的客户也可能向其他经销商购买。您的帐单上只有您自己销售的订阅。
