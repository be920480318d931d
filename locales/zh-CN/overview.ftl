# 起始页。
overview-title = 概述

## 合作伙伴中心的主题，每个主题一个磁贴：标题和内容说明

overview-account = 管理您的帐户
overview-account-text = 您自己的资料、公司的目录，以及谁更改了什么。
overview-pricing = 定价和产品/服务
overview-pricing-text = 本月可销售的产品/服务，以及合作伙伴价格和预计零售价。
overview-billing = 计费
overview-billing-text = 帐单、对帐文件和付款。
overview-customers = 客户帐户
overview-customers-text = 向您购买的公司。
overview-subscriptions = 客户订阅
overview-subscriptions-text = 客户在使用什么，用了多少。
overview-partners = 与其他合作伙伴协作
overview-partners-text = 由多个合作伙伴服务的客户。
overview-support = 客户支持
overview-support-text = 帮助您的客户，也为自己获取帮助。

## 卡片

overview-customer-count = { $count ->
   *[other] 个客户向您购买
}
overview-nothing-pinned = 没有固定任何产品/服务。您的同事看到的目录按通常顺序排列。

## 管理中心和运营后台

overview-company = 您的公司
overview-company-name = 公司名称
overview-company-domain = 初始域
overview-company-code = 统一社会信用代码
overview-you = 您
overview-you-name = 姓名
overview-you-sign-in = 登录名
overview-you-roles = 角色

## 沙盒的时钟

overview-clock = 推进业务日期
overview-clock-text = 今天是{ $day }。日期只能推后，不能提前；每经过一天都会运行当天的作业。
overview-clock-count = 推进多少
overview-clock-help = 一次最多 366 天或 12 个月。
overview-clock-unit = 单位
overview-clock-days = 天
overview-clock-months = 月
overview-clock-move = 推进
overview-clock-not-moved = 日期未推进
done-clock-moved = 业务日期已推进。所有页面均按新日期显示。
err-sandbox-not-allowed = 审核员不能推进日期。请联系拥有其他角色的同事。
err-sandbox-too-far = 请输入 1 到 { $days } 天，或 1 到 { $months } 个月。
