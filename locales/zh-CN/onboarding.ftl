# 概述页上的入门清单。
onboarding-title = 完成设置
onboarding-progress = 共 { $total } 步，已完成 { $done } 步。全部完成后，此清单将不再显示。
onboarding-open = 待完成
onboarding-done = 已完成
onboarding-ticked-by = 由{ $name }标记，{ $at }
onboarding-ticked = 标记于 { $at }
onboarding-profiles-reviewed = 已核对公司的三份配置文件
onboarding-second-global-admin = 已有第二位全局管理员
onboarding-billing-contact = 已指定计费联系人
onboarding-catalog-reviewed = 已查看目录
onboarding-first-customer = 已添加第一个客户
onboarding-review-catalog = 将目录标记为已查看
onboarding-not-saved = 此步骤未标记为已完成
done-catalog-reviewed = 目录已标记为已查看。
